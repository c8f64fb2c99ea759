import type { Recording } from './core/recording.ts'
import type { ToldBrief } from './core/told-brief.ts'
import { briefBody } from './export/brief-html.ts'
import { briefScript } from './export/brief-script.ts'
import { writeBrief } from './export/write-brief.ts'
import { writeFeed } from './export/write-feed.ts'
import type { OperationContext } from './operations/operation.ts'
import type { BriefOperations } from './web/brief-operations.ts'

type Written = Pick<BriefOperations, 'writeBrief' | 'briefContent' | 'writeFeed' | 'voice' | 'recordBrief'>

/** The forms a brief is written down in, for the pages that hand them out. */
export function briefForms({ speech }: Pick<OperationContext, 'speech'>): Written {
  return {
    writeBrief,
    briefContent: briefBody,
    writeFeed,
    ...(speech.isSet ? { voice: speech.extension } : {}),
    async recordBrief(brief: ToldBrief): Promise<Recording | undefined> {
      const result = await speech.record(briefScript(brief))
      return result.kind === 'recorded' ? result.recording : undefined
    },
  }
}
