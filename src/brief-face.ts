import type { Recording } from './core/recording.ts'
import type { ToldBrief } from './core/told-brief.ts'
import { briefBody } from './export/brief-html.ts'
import { briefScript } from './export/brief-script.ts'
import { writeBrief } from './export/write-brief.ts'
import { writeFeed } from './export/write-feed.ts'
import { getBrief } from './operations/get-brief.ts'
import {
  endBriefMail,
  findBriefReader,
  findMailEnd,
  getBriefSettings,
  makeBriefAddress,
  removeBriefAddress,
  setBrief,
} from './operations/my-brief.ts'
import type { Ask, Need, OperationContext } from './operations/operation.ts'
import { answerLift, getRanking, resetRanking, setRanking } from './operations/ranking.ts'
import type { BriefOperations } from './web/brief-operations.ts'

/** Joins the pages of briefs, and of how stories are weighed for them, to what they ask for. */
export function briefFace(context: OperationContext, ask: Ask, need: Need): BriefOperations {
  return {
    brief: ask(getBrief),
    ...briefForms(context),
    briefSettings: need(getBriefSettings),
    setBrief: ask(setBrief),
    makeBriefAddress: need(makeBriefAddress),
    removeBriefAddress: need(removeBriefAddress),
    briefReader: ask(findBriefReader),
    mailEnd: ask(findMailEnd),
    endBriefMail: ask(endBriefMail),
    ranking: ask(getRanking),
    setRanking: ask(setRanking),
    resetRanking: need(resetRanking),
    answerLift: ask(answerLift),
  }
}

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
