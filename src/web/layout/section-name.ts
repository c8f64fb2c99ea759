import type { Words } from '../words/en.ts'

/** What a section is called in the reader's language; a section that is none of ours keeps its name. */
export function sectionName(name: string, { sectionNames }: Pick<Words, 'sectionNames'>): string {
  return Object.hasOwn(sectionNames, name) ? sectionNames[name as keyof typeof sectionNames] : name
}
