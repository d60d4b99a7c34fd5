/** Something that the person who started the stack can put right: its message is printed alone, without a stack trace. */
export class StartProblem extends Error {
  override name = 'StartProblem';
}
