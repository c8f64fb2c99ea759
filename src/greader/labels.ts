import { getPreferences } from '../operations/accounts/preferences.ts'
import { carryOut } from '../operations/carry-out.ts'
import { listFolders } from '../operations/feeds/folders.ts'
import { renameFolder } from '../operations/feeds/manage-feeds.ts'
import { dropTag, listTags, renameTag } from '../operations/library/tags.ts'
import { mustCarryOut } from '../operations/must-carry-out.ts'
import { done, json, refusal, text, unusable } from './answers.ts'
import type { Answer, Call } from './call.ts'
import { labelId, readLabel, starredState, storiesLabel } from './stream.ts'

/** Folders, those without feeds too, and tags: both are labels, told apart by their type. */
export const listLabels: Answer = async ({ context }) => {
  const [folders, { tags }, { storiesInApps }] = await Promise.all([
    mustCarryOut(context, listFolders, {}),
    mustCarryOut(context, listTags, {}),
    mustCarryOut(context, getPreferences, {}),
  ])
  return json({
    tags: [
      { id: starredState },
      ...(storiesInApps === 'on' ? [{ id: labelId(storiesLabel), type: 'folder' }] : []),
      ...folders.map(({ name, unreadCount }) => ({ id: labelId(name), type: 'folder', unread_count: unreadCount })),
      ...tags.map(({ name }) => ({ id: labelId(name), type: 'tag' })),
    ],
  })
}

/** Gives a folder another name, or a tag where there is no such folder. */
export const renameLabel: Answer = async (call) => {
  const to = readLabel(call.parameters.one('dest') ?? '')
  if (to === undefined) return unusable('No new name was given')
  const [name] = namedLabels(call)
  if (name === undefined) return unusable('That names no label')
  if (name === storiesLabel || to === storiesLabel) return unusable('This name stays with the stories of the day')
  return changed(await carryOut(call.context, renameFolder, { name, to }), () =>
    carryOut(call.context, renameTag, { name, to }),
  )
}

/** Takes labels away: the feeds of a folder are then in none, a tag is taken off everything. */
export const disableLabels: Answer = async (call) => {
  const names = namedLabels(call)
  if (names.length === 0) return unusable('That names no label')
  for (const name of names) {
    if (name === storiesLabel) return unusable('Unsubscribe from the stories of the day instead')
    const answer = await changed(await carryOut(call.context, renameFolder, { name, to: '' }), () =>
      carryOut(call.context, dropTag, { name }),
    )
    if (!answer.ok) return answer
  }
  return done()
}

type Carried = Awaited<ReturnType<typeof carryOut>>

async function changed(folder: Carried, orTag: () => Promise<Carried>): Promise<Response> {
  const carried = folder.kind === 'not-there' ? await orTag() : folder
  if (carried.kind === 'not-there') return text('Not found', 404)
  return carried.kind === 'done' ? done() : refusal(carried)
}

/** `s` is a stream, `t` the bare name of a label. */
function namedLabels({ parameters }: Call): readonly string[] {
  const streams = parameters.all('s').flatMap((each) => readLabel(each) ?? [])
  const bare = parameters.all('t').map((each) => readLabel(each) ?? each.trim())
  return [...streams, ...bare].filter((name) => name !== '')
}
