// The reports that can be asked for.
import { z } from 'zod'
import { id } from '#shared/base/fields.ts'
import { query } from '#shared/base/procedure.ts'
import { pipelineReport } from './report.ts'

export const reportsContract = {
  pipeline: query(z.object({ pipelineId: id.nullable().default(null), ownerId: id.nullable().default(null) }), pipelineReport, {
    needs: 'reports.view',
    slow: true,
  }),
}
