const lasting = new WeakSet();

/** Says of an object that it will be shown again and never changes, nor does anything in it: what is made of it may be kept. */
export function markLasting<Value extends object>(value: Value): Value {
  lasting.add(value);
  return value;
}

/** Whether what is made of an object may be kept. */
export const isLasting = (value: object): boolean => lasting.has(value);
