import { migrations } from '../../../src/store/migrations/all.ts'
import { type Migration, migrate } from '../../../src/store/migrations/migrate.ts'
import { openPlace, typesOf } from './place.ts'

// Takes the steps of the schema up to a version and is killed in the middle of the last one, after so many of its statements:
// `node step-child.ts URL SCHEMA|- VERSION STATEMENTS`.
const [url = '', schema = '-', version = '0', statements = '0'] = process.argv.slice(2)
const place = { url, ...(schema !== '-' && { schema }) }

/** The statements of a step; whoever asks for one too many is killed. */
function* until(all: readonly string[], most: number): Generator<string> {
  for (const [number, statement] of all.entries()) {
    if (number === most) process.kill(process.pid, 'SIGKILL')
    yield statement
  }
  process.kill(process.pid, 'SIGKILL')
}

const steps = migrations
  .filter((step) => step.version <= Number(version))
  .map((step): Migration => {
    if (step.version < Number(version)) return step
    const dying = (all: readonly string[]) => until(all, Number(statements)) as unknown as readonly string[]
    return { ...step, statements: (types) => dying(step.statements(types)) }
  })
const engine = await openPlace(place)
await migrate(engine, typesOf(place), () => new Date().toISOString(), steps)
