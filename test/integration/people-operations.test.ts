import { after, before, describe } from 'node:test'
import { type DemoRun, runDemo } from './demo-run.ts'
import { peopleCases } from './people-cases.ts'

// On PostgreSQL: postgres-demo.slow.test.ts.
describe('pages about people and sources', () => {
  let run: DemoRun
  before(async () => {
    run = await runDemo()
  })
  after(() => run.close())

  peopleCases(() => run)
})
