/**
 * Asks the site for a sign of life: true when it answers. A refresh that fails makes the router load the page anew, which without a network
 * ends on the browser's own error page.
 */
export const reachable = () =>
  fetch('/api/health/live', { cache: 'no-store' }).then(
    (response) => response.ok,
    () => false,
  );
