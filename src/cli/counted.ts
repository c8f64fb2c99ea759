/** A count with its noun: `1 story`, `2 stories`. The default plural adds an s. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}
