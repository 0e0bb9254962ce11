// Turns a contract into TanStack Query options. The key of a query is its path and input.
import { queryOptions, type UseMutationOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import type { AppError } from '#shared/base/app-error.ts'
import type { Contract, Procedure } from '#shared/base/procedure.ts'
import type { Call, CallOptions } from './call.ts'
import type { Freshness } from './freshness.ts'

/** Options for `useQuery`. */
export type QueryOf<Output> = ReturnType<typeof queryOptions<Output, AppError, Output, readonly unknown[]>>

/** What a mutation did: its answer, and the operation to take back, `null` if it changed nothing. */
export interface Outcome<Output> {
  readonly data: Output
  readonly operation: string | null
}

/** Options for `useMutation`, and for `useAction`, which needs to know the operation. */
export interface ActionOf<Input, Output> extends UseMutationOptions<Output, AppError, Input> {
  readonly path: string
  readonly run: (input: Input, options?: CallOptions) => Promise<Outcome<Output>>
}

interface QueryClientOf<Input, Output> {
  (input: Input): QueryOf<Output>
  /** The same as an act of the user's, run each time it is asked for: a query that writes a file, with progress and a way to stop it. */
  readonly act: () => ActionOf<Input, Output>
}

type Client<P> =
  P extends Procedure<'query', infer I, infer O>
    ? QueryClientOf<z.input<I>, z.output<O>>
    : P extends Procedure<'mutation', infer I, infer O>
      ? () => ActionOf<z.input<I>, z.output<O>>
      : never

export type Api<C extends Contract> = {
  readonly [F in keyof C]: { readonly [N in keyof C[F]]: Client<C[F][N]> }
}

export interface Connection {
  readonly call: Call
  readonly freshness: Freshness
}

export const createApi = <C extends Contract>(contract: C, connection: Connection): Api<C> =>
  // The two maps give exactly the keys of the contract, which Object.entries cannot express.
  mapValues(contract, (feature, procedures) =>
    mapValues(procedures, (name, procedure) => createClient(`${feature}.${name}`, procedure, connection)),
  ) as unknown as Api<C>

/** The same for one feature, such as the shell's. */
export const createFeatureApi = <F extends string, C extends Contract[string]>(
  feature: F,
  procedures: C,
  connection: Connection,
): Api<Record<F, C>>[F] => createApi({ [feature]: procedures } as unknown as Record<F, C>, connection)[feature]

const createClient = (path: string, procedure: Procedure, { call, freshness }: Connection) => {
  const act = () => {
    const run = async (input: unknown, options?: CallOptions): Promise<Outcome<unknown>> => {
      const { data, operation } = await call(path, input, options)
      return { data, operation: operation ?? null }
    }
    return { path, run, mutationFn: async (input: unknown) => (await run(input)).data }
  }
  if (procedure.kind === 'mutation') return act
  const ask = (input: unknown) => {
    const queryKey = [path, input] as const
    return queryOptions({
      queryKey,
      queryFn: async ({ signal }) => {
        const heard = freshness.heard()
        const reply = await call(path, input, { signal })
        freshness.record(queryKey, reply, heard)
        return reply.data
      },
    })
  }
  return Object.assign(ask, { act })
}

const mapValues = <T, U>(record: Readonly<Record<string, T>>, map: (key: string, value: T) => U): Record<string, U> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(key, value)]))
