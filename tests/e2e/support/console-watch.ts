import { type BrowserContext, expect } from '@playwright/test';

export interface ConsoleWatch {
  /** Says that a test means to cause such a line, before it does. */
  announce(line: RegExp): void;
  watch(context: BrowserContext): Promise<void>;
  check(): void;
}

/** Collects what pages complain of: console errors, uncaught errors, violations of the content security policy. */
export function watchConsole(): ConsoleWatch {
  const announced: RegExp[] = [];
  const heard: string[] = [];
  return {
    announce: (line) => void announced.push(line),
    async watch(context) {
      context.on('console', (message) => {
        if (message.type() === 'error') heard.push(`${message.text()} (${message.location().url})`);
      });
      context.on('weberror', (error) => void heard.push(`uncaught: ${error.error().message}`));
      await context.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
          console.error(`CSP violation: ${violatedDirective} ${blockedURI}`);
        });
      });
    },
    check: () => {
      const unannounced = heard.filter((line) => !announced.some((expected) => expected.test(line)));
      expect(unannounced, 'console errors that no test announced').toEqual([]);
    },
  };
}
