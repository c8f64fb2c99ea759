import type { Words } from '../words/en.ts'

/** The name of a section in the reader's language; an unknown section keeps its name. */
export function sectionName(name: string, { sectionNames }: Pick<Words, 'sectionNames'>): string {
  return Object.hasOwn(sectionNames, name) ? sectionNames[name as keyof typeof sectionNames] : name
}
