// Finds a procedure of the contract by its path. Only own properties count: `__proto__` and `constructor` are not procedures.
import type { Contract, Procedure } from '#shared/base/procedure.ts'

export const procedureLookup = (contract: Contract): ((path: string) => Procedure | undefined) => {
  const byPath = new Map<string, Procedure>(
    Object.entries(contract).flatMap(([feature, procedures]) =>
      Object.entries(procedures).map(([name, procedure]) => [`${feature}.${name}`, procedure] as const),
    ),
  )
  return (path) => byPath.get(path)
}
