// Every procedure of the engine, described so that a script or a person can call it.
import { z } from 'zod'
import type { Contract, Need, ProcedureKind } from '#shared/base/procedure.ts'

export interface DescribedProcedure {
  readonly procedure: string
  readonly kind: ProcedureKind
  readonly needs: Need
  /** Input fields that hold the path of a file. */
  readonly files: readonly string[]
  /** JSON Schema, draft 2020-12, of what is sent. */
  readonly input: unknown
}

export const describeProcedures = (contract: Contract): DescribedProcedure[] =>
  Object.entries(contract).flatMap(([feature, procedures]) =>
    Object.entries(procedures).map(([name, { kind, input, options }]) => ({
      procedure: `${feature}.${name}`,
      kind,
      needs: options.needs,
      files: options.files ?? [],
      input: z.toJSONSchema(input, { io: 'input' }),
    })),
  )
