import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { StoryId } from '../../src/core/ids.ts'
import { relatedStories } from '../../src/operations/stories/related-stories.ts'
import type { Store } from '../../src/store/store.ts'
import { relationFacts } from '../../src/story/build-dossier.ts'
import { storyInput } from '../../src/story/story-fixture.ts'
import { readMembers } from '../../src/story/story-text.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'
import { at, dossier } from './store-fixtures.ts'
import { storiesIn } from './store-story-fixture.ts'

for (const dialect of dialects)
  describe(`links by words on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let database: TestDatabase
    let store: Store

    before(async () => {
      database = await makeDatabase(dialect)
      store = await database.open()
    })
    after(() => database.remove())

    const { makeStory } = storiesIn(() => store)

    async function saveStory(language: string, title: string, text: string, hour: number) {
      const made = await makeStory(1)
      assert.ok(made)
      const times = { firstAt: at(hour * 60), lastAt: at(hour * 60) }
      const texts = readMembers([storyInput({ id: made.id, language, title, text: `${title}. ${text}` })])
      const saved = { ...dossier(made.id, made.all), language, entities: [], relation: relationFacts(texts) }
      const about = { title, language, articleCount: 1, reportCount: 1, changedAt: at(hour * 60), ...times }
      await store.stories.saveDossier(made.id, saved, about)
      return { id: made.id, dossier: saved, ...times }
    }

    test('a story is linked with the same event in German and Spanish, on each side, and says by which words', async () => {
      const english = await saveStory(
        'en',
        'Fire guts furniture factory in Hallweiler',
        'Firefighters fought the flames until dawn. Residents closed their windows because of the smoke.',
        10,
      )
      const german = await saveStory(
        'de',
        'Möbelfabrik in Hallweiler abgebrannt',
        'Die Feuerwehr löschte die Flammen erst am Morgen. Wegen des Rauchs schlossen Anwohner die Fenster.',
        13,
      )
      const spanish = await saveStory(
        'es',
        'Un incendio destruye una fábrica de muebles en Hallweiler',
        'Los bomberos combatieron las llamas hasta el amanecer. Los vecinos cerraron las ventanas por el humo.',
        20,
      )
      await saveStory(
        'de',
        'Streik in Hallweiler',
        'Busse und Bahnen fuhren nicht. Die Gewerkschaft will mehr Lohn.',
        11,
      )
      const linked = async (story: typeof english) =>
        new Map((await relatedStories({ store }, story)).inOtherLanguages.map(({ id, words }) => [id, words]))
      const links = await linked(english)
      assert.deepEqual([...links.keys()].toSorted(), [german.id, spanish.id].toSorted())
      const words = [...(links.get(german.id) ?? []), ...(links.get(spanish.id) ?? [])]
      assert.ok(words.some(({ here, there }) => here === 'furniture' && there === 'Möbelfabrik'))
      assert.ok(words.some(({ here, there }) => here === 'furniture' && there === 'muebles'))
      const only = async (story: typeof english): Promise<StoryId[]> => [...(await linked(story)).keys()]
      assert.deepEqual(await only(german), [english.id])
      assert.deepEqual(await only(spanish), [english.id])
    })
  })
