/** What our sections are called, by the names under which stories have them. */
export type SectionNames = Readonly<
  Record<
    'World' | 'Politics' | 'Business' | 'Science' | 'Health' | 'Sport' | 'Culture' | 'Technology' | 'Local' | 'Climate',
    string
  >
>

export const sectionNamesEn: SectionNames = {
  World: 'World',
  Politics: 'Politics',
  Business: 'Business',
  Science: 'Science',
  Health: 'Health',
  Sport: 'Sport',
  Culture: 'Culture',
  Technology: 'Technology',
  Local: 'Local',
  Climate: 'Climate',
}
