import { account } from '../../cli/account.ts'
import { add } from '../../cli/add.ts'
import { arrange } from '../../cli/arrange.ts'
import { ask } from '../../cli/ask.ts'
import { check } from '../../cli/check.ts'
import type { CommandGroup } from '../../cli/command.ts'
import { completionCommand } from '../../cli/completion.ts'
import { doctor } from '../../cli/doctor.ts'
import { exportCommand } from '../../cli/export.ts'
import { importCommand } from '../../cli/import.ts'
import { label } from '../../cli/label.ts'
import { move } from '../../cli/move.ts'
import { refresh } from '../../cli/refresh.ts'
import { search } from '../../cli/search.ts'
import { analyze, extract, parse } from '../../cli/stations.ts'
import { story } from '../../cli/story.ts'
import { demo } from '../demo.ts'
import { serve } from '../serve/serve.ts'
import { brief } from './brief-command.ts'
import { copyStoreCommand } from './copy-store-command.ts'
import { mcp } from './mcp-command.ts'
import { restore } from './restore-command.ts'
import { verify } from './verify-command.ts'
import { worker } from './worker-command.ts'

const completion = completionCommand(() => commandGroups.flatMap(({ commands }) => commands))

/** All commands, in the order they are listed. */
export const commandGroups: readonly CommandGroup[] = [
  { title: 'Start', commands: [serve, demo, worker, mcp] },
  { title: 'Feeds and data', commands: [add, importCommand, move, refresh, exportCommand] },
  { title: 'Read', commands: [story, brief, search, ask, check, verify] },
  { title: 'Correct', commands: [label, arrange] },
  { title: 'Look after it', commands: [doctor, account, restore, copyStoreCommand, completion] },
  { title: 'Try one part on a file', commands: [parse, extract, analyze] },
]
