import { type AlertContext, createAlertJobs } from '../operations/notify/alert-jobs.ts'
import { createSendingJobs } from '../operations/notify/sending-jobs.ts'
import { createWritingJobs, type WritingContext } from '../operations/stories/write-summary.ts'
import { createPipeline, type Pipeline } from '../pipeline/pipeline.ts'
import type { PipelineContext } from '../pipeline/pipeline-context.ts'
import type { WorkRole } from '../pipeline/work-roles.ts'

/** Builds the pipeline with the jobs that operations do for it. A first page needs none of its modules. */
export function openPipeline(
  work: Omit<PipelineContext, 'alerts' | 'sending' | 'writing'> & WritingContext,
  alertContext: AlertContext,
  roles: readonly WorkRole[] | undefined,
): Pipeline {
  return createPipeline(
    {
      ...work,
      alerts: createAlertJobs(alertContext),
      sending: createSendingJobs(alertContext),
      writing: createWritingJobs(work),
    },
    roles,
  )
}
