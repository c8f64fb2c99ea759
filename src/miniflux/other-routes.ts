import type { EntryId } from '../core/ids.ts'
import { carryOut } from '../operations/carry-out.ts'
import { type DeliveredEntry, getEntries } from '../operations/get-entries.ts'
import { clearHistory } from '../operations/get-history.ts'
import { listMediaPlaces, setMediaPlace } from '../operations/media-places.ts'
import { answered, nothing, notThere, problem, told } from './answer.ts'
import { type Call, fieldsOf, type Route, wholeIn } from './call.ts'
import { mostFiles, numberOf } from './numbers.ts'
import { enclosure } from './shapes.ts'

/** The version of Miniflux whose routes these are. */
const versionSpoken = '2.3.2'

/** Files that came with entries, and what an app asks of a server. */
export const otherRoutes: readonly Route[] = [
  { method: 'GET', path: '/enclosures/:id', run: file },
  { method: 'PUT', path: '/enclosures/:id', run: setProgress },
  { method: 'PUT', path: '/flush-history', run: flush },
  { method: 'DELETE', path: '/flush-history', run: flush },
  // Saving keeps an article in what the reader saved, which needs nothing to be set up.
  { method: 'GET', path: '/integrations/status', run: () => told({ has_integrations: true }) },
  { method: 'GET', path: '/version', run: version },
]

async function file(call: Call): Promise<Response> {
  const found = await fileAt(call)
  if (!found) return notThere()
  const places = await carryOut(call.context, listMediaPlaces, { ids: [found.entry.id] })
  return answered(places, (known) =>
    told(enclosure(found.entry, found.place, { userId: numberOf(call.context.reader.id), places: known })),
  )
}

async function setProgress(call: Call): Promise<Response> {
  const seconds = wholeIn(fieldsOf(call) ?? {}, 'media_progression')
  if (seconds === undefined) return problem(400, 'media_progression is a whole number of seconds')
  const found = await fileAt(call)
  if (!found) return notThere()
  const input = { entryId: found.entry.id, number: found.place, seconds }
  return answered(await carryOut(call.context, setMediaPlace, input), nothing)
}

async function fileAt({
  context,
  path,
}: Call): Promise<{ readonly entry: DeliveredEntry; readonly place: number } | undefined> {
  const number = Number(path[0])
  const place = number % mostFiles
  const id = String((number - place) / mostFiles) as EntryId
  const found = await carryOut(context, getEntries, { ids: [id] })
  const entry = found.kind === 'done' ? found.view[0] : undefined
  return entry?.enclosures[place] ? { entry, place } : undefined
}

/** Forgets what was opened. Entries stay: none is thrown away because it was read. */
async function flush({ context }: Call): Promise<Response> {
  return answered(await carryOut(context, clearHistory, {}), () => new Response(null, { status: 202 }))
}

/** An app is told what runs here, and when it was put there: nothing is built. */
function version({ version, installedAt }: Call): Response {
  return told({
    version: versionSpoken,
    commit: `twosource-${version}`,
    build_date: installedAt,
    go_version: `node ${process.versions.node}`,
    compiler: `v8 ${process.versions.v8}`,
    arch: process.arch,
    os: process.platform,
  })
}
