import type { Bare } from './bare';
import type { Browsers } from './browsers';
import type { Product } from './product';

/** The running product, its bare counterpart and the browsers, on which every part of the benchmark works. */
export interface Context {
  product: Product;
  bare: Bare;
  browsers: Browsers;
  tell: (line: string) => void;
}
