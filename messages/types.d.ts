import type en from './en.json';

/** English says which texts there are: `t('…')` takes no others. */
declare module 'next-intl' {
  interface AppConfig {
    Locale: 'en' | 'es';
    Messages: typeof en;
  }
}
