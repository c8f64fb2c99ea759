/** The item at an index of a list. Throws RangeError if there is none, which is a mistake of the caller. */
export function nth<Item>(list: ArrayLike<Item>, index: number): Item {
  if (index < 0 || index >= list.length) throw new RangeError(`No item ${index} in a list of ${list.length}`)
  return list[index] as Item
}
