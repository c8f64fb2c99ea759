import type { SectionNames } from './section-names-en.ts'

export const sectionNamesFr: SectionNames = {
  World: 'Monde',
  Politics: 'Politique',
  Business: 'Économie',
  Science: 'Sciences',
  Health: 'Santé',
  Sport: 'Sport',
  Culture: 'Culture',
  Technology: 'Technologie',
  Local: 'Région',
  Climate: 'Climat',
}
