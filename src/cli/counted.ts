/** A number with its word, `1 story`, `2 stories`; the plural is the word with an s where none is given. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}
