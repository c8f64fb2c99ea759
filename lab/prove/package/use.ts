import { createClient } from 'twosource/client'

const [address = '', token = ''] = process.argv.slice(2)
const client = createClient({ address, token })

const today = await client.get_today()
if (today.kind !== 'done') throw new Error(JSON.stringify(today))
const ids: readonly string[] = today.view.stories.map(({ id }) => id)
// @ts-expect-error There is no such view.
today.view.nonsense
// @ts-expect-error There is no such field.
const refused = client.get_story({ nope: 1 }).then(
  () => 'taken',
  () => 'refused',
)
const story = await client.get_story({ id: ids[0] ?? '' })
const cited = story.kind === 'done' ? story.view.dossier.brief.every(({ citations }) => citations.length > 0) : false
const saved = await client.save({ kind: 'story', target: ids[0] ?? '' })
const opml = await client.export_opml()
const nobody = await client.get_story({ id: 'no-such-story' })
const found = {
  stories: ids.length,
  cited,
  saved: saved.kind === 'done' && saved.view.target === ids[0],
  file: opml.kind === 'done' && opml.view.fileName,
  missing: nobody.kind === 'problem' && nobody.problem.status,
  refused: await refused,
}
console.log(JSON.stringify(found))
