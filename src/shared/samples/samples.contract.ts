// Sample data to look around with, removable in one click.
import { z } from 'zod'
import { languages } from '#shared/base/messages.ts'
import { mutation, query } from '#shared/base/procedure.ts'

export const samplesContract = {
  /** How many sample records are in the workspace. */
  status: query(z.object({}), z.object({ records: z.int() }), { needs: 'samples.view' }),
  create: mutation(z.object({ language: z.enum(languages) }), z.object({ records: z.int() }), { needs: 'samples.edit' }),
  /** Archives every sample record that nobody has changed; those that someone did change are kept and named. */
  remove: mutation(
    z.object({}),
    z.object({ removed: z.int(), kept: z.array(z.object({ table: z.string(), id: z.string(), name: z.string() })) }),
    {
      needs: 'samples.edit',
    },
  ),
}
