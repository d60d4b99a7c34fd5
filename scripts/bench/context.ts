import type { Bare } from './bare';
import type { Browsers } from './browsers';
import type { Product } from './product';

/** What every part of the benchmark works on. */
export interface Context {
  product: Product;
  bare: Bare;
  browsers: Browsers;
  tell: (line: string) => void;
}
