/** The few words around a story in an app that reads feeds. */
export type StoryWords = {
  readonly differs: string
  readonly whole: string
  readonly reports: (count: number) => string
  readonly articles: (count: number) => string
}

const english: StoryWords = {
  differs: 'Accounts differ',
  whole: 'The whole story, with every source',
  reports: (count) => (count === 1 ? '1 independent report' : `${count} independent reports`),
  articles: (count) => (count === 1 ? '1 article' : `${count} articles`),
}

const french: StoryWords = {
  differs: 'Les versions diffèrent',
  whole: 'Tout le sujet, avec chaque source',
  reports: (count) => (count < 2 ? `${count} récit indépendant` : `${count} récits indépendants`),
  articles: (count) => (count < 2 ? `${count} article` : `${count} articles`),
}

const arabic: StoryWords = {
  differs: 'الروايات تختلف',
  whole: 'القصة كاملة بكل مصادرها',
  reports: (count) => `عدد التقارير المستقلة: ${count}`,
  articles: (count) => `عدد المقالات: ${count}`,
}

/** The words in a language a reader may choose; English where they chose none. */
export function storyWords(language: string): StoryWords {
  return language === 'fr' ? french : language === 'ar' ? arabic : english
}
