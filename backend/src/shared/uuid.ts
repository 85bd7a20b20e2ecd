const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a text can be asked for as a UUID without the database refusing it. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}
