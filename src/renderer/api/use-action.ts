// A mutation that says what it did in the quiet line, with Undo, and there also says what went wrong.
import { useMutation, type UseMutationResult } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { AppError } from '#shared/base/app-error.ts'
import type { Progress } from '#shared/base/procedure.ts'
import type { ActionOf } from './api.ts'
import { useClient } from './api-context.tsx'

export interface ActionOptions<Input, Output> {
  /** The sentence for the quiet line; without it nothing is said. */
  readonly said?: ((output: Output, input: Input) => string) | undefined
  readonly onDone?: ((output: Output, input: Input) => void) | undefined
  /** `caller`: the error is shown by who called (beside a field, in a form), not in the quiet line. */
  readonly errors?: 'line' | 'caller'
}

export type Action<Input, Output> = UseMutationResult<Output, AppError, Input> & {
  /** How far a long action is; `null` when none was reported or it is over. */
  readonly progress: Progress | null
  /** Stops it on the other side too; what it did so far is taken back there. */
  readonly cancel: () => void
}

export const useAction = <Input, Output>(
  action: ActionOf<Input, Output>,
  { said, onDone, errors = 'line' }: ActionOptions<Input, Output> = {},
): Action<Input, Output> => {
  const { quietLine } = useClient()
  const [progress, setProgress] = useState<Progress | null>(null)
  const controller = useRef<AbortController | null>(null)

  const mutation = useMutation<Output, AppError, Input>({
    mutationKey: [action.path],
    networkMode: 'always',
    mutationFn: async (input) => {
      const abort = new AbortController()
      controller.current = abort
      const { data, operation } = await action.run(input, { signal: abort.signal, onProgress: setProgress })
      if (said && operation !== null) quietLine.say(said(data, input), operation)
      return data
    },
    onSuccess: (data, input) => onDone?.(data, input),
    onError: (error) => {
      if (errors === 'line') quietLine.fail(error)
    },
    onSettled: () => setProgress(null),
  })

  return { ...mutation, progress, cancel: () => controller.current?.abort() }
}
