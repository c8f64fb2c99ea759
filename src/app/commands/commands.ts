import { account } from '../../cli/account.ts'
import { add } from '../../cli/add.ts'
import { arrange } from '../../cli/arrange.ts'
import { ask } from '../../cli/ask.ts'
import type { Command } from '../../cli/command.ts'
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
import { worker } from './worker-command.ts'

/** All commands, in the order they are listed. */
export const commands: readonly Command[] = [
  serve,
  worker,
  demo,
  add,
  importCommand,
  move,
  refresh,
  story,
  brief,
  ask,
  arrange,
  search,
  label,
  exportCommand,
  account,
  mcp,
  copyStoreCommand,
  restore,
  doctor,
  parse,
  extract,
  analyze,
]
