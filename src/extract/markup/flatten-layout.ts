const parts = /<(\/?)(table|thead|tbody|tfoot|tr|td)\b[^<>]*>/g

/**
 * Markup that went through the sanitizer with its tables as plain blocks, one below the other, as mail programs on small screens show
 * letters: those are laid out in tables. Where a table has headings it is one of figures, and all stay.
 */
export function flattenLayout(safe: string): string {
  if (/<(?:th|caption)\b/.test(safe)) return safe
  return safe.replace(parts, (_, end: string, name: string) => (name === 'td' || name === 'table' ? `<${end}div>` : ''))
}
