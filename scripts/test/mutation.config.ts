import unit from '../../vitest.config';

/** The pure tests that stand beside pure code, without a project: the mutation runner would start every project's services. */
export default {
  resolve: unit.resolve,
  test: { include: ['{components,lib}/**/*.test.ts'], testTimeout: 15_000 },
};
