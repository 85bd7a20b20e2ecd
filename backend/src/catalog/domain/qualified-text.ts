/** `urn:trib:dataset:(<namespace>,<name>)`, both parts percent-encoded. */
const URN = /^urn:trib:[a-z]+:\(([^,)]*),([^,)]*)[,)]/;

/** What was typed, as search documents spell qualified names: lower case; a URN as the namespace and name it is made of. */
export function qualifiedText(text: string): string {
  const [, namespace, name] = URN.exec(text) ?? [];
  return (namespace === undefined || name === undefined ? text : `${decode(namespace)}.${decode(name)}`).toLowerCase();
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // a stray percent sign: not an URN of ours, but still a text to look for
  }
}
