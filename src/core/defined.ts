type Defined<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>
}

/** The same object without the fields that are undefined: an unknown field is absent, never present and empty. */
export function defined<const T extends object>(fields: T): Defined<T>
export function defined(fields: Record<string, unknown>): Record<string, unknown> {
  const found: Record<string, unknown> = {}
  for (const name in fields) if (fields[name] !== undefined) found[name] = fields[name]
  return found
}
