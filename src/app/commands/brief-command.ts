import { writeFile } from 'node:fs/promises'
import { type Command, exitCodes, UsageError } from '../../cli/command.ts'
import { writeBrief } from '../../export/write-brief.ts'
import { getBrief } from '../../operations/day/get-brief.ts'
import { briefTextOf } from '../outside/brief-mail.ts'

const forms = ['text', 'html', 'epub', 'json'] as const
type Form = (typeof forms)[number]

/** The owner's brief on the command line. It is here and not in `cli`, since it uses the words of the pages. */
export const brief: Command = {
  name: 'brief',
  usage: '',
  summary: 'Print the daily brief',
  options: {
    day: { type: 'string', takes: 'DAY', means: 'the brief of another day, as in 2025-08-19' },
    as: { type: 'string', takes: 'FORM', means: 'text (the default), html, epub or json' },
    out: { type: 'string', takes: 'FILE', means: 'write to this file' },
  },
  async run({ values, terminal, open }) {
    const asked = getBrief.input.safeParse(values.day === undefined ? {} : { day: values.day })
    if (!asked.success) throw new UsageError('--day takes a day such as 2025-08-19.')
    const form = forms.find((each) => each === (values.as ?? 'text')) as Form | undefined
    if (!form) throw new UsageError(`--as takes one of ${forms.join(', ')}.`)
    const { out } = values
    if (form === 'epub' && typeof out !== 'string') throw new UsageError('A book needs a file: --out brief.epub.')
    await using app = await open()
    const told = await briefTextOf(app.operations, asked.data, app.address)
    const body = form === 'json' ? JSON.stringify(told.brief, undefined, 2) : (await writeBrief(form, told.brief)).body
    if (typeof out === 'string') await writeFile(out, body)
    else if (terminal.isJson) terminal.json(told.brief)
    else terminal.line(String(body).trimEnd())
    return exitCodes.ok
  },
}
