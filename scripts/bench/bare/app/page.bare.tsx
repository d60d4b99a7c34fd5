/** An empty page: what Next itself sends. */
export default function Empty() {
  return <p>Empty</p>;
}
