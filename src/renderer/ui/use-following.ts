// Lets an open form follow what others change of the same thing, field by field, as long as nothing was typed into the field.
import type { UseFormReturnType } from '@mantine/form'
import { useEffect, useEffectEvent, useState } from 'react'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { followed, isOvertaken, isSame, typedOnly } from './meanwhile.ts'

interface FollowingOptions<Values extends Record<string, unknown>> {
  readonly form: UseFormReturnType<Values>
  readonly initialValues: Values
  /** Undefined where the form makes something new. */
  readonly stored: Values | undefined
}

interface Following<Values> {
  /** What the form counts from: what differs was typed. */
  readonly opened: Values
  readonly isDirty: boolean
  /** What stands in a field now that was typed over, in a sentence; undefined where nothing else does. */
  readonly overtaken: <Name extends keyof Values & string>(
    name: Name,
    say?: (value: Values[Name]) => string,
  ) => string | undefined
  /** Gives up what was typed. */
  readonly reset: () => void
}

export const useFollowing = <Values extends Record<string, unknown>>({
  form,
  initialValues,
  stored,
}: FollowingOptions<Values>): Following<Values> => {
  const t = useT()
  const format = useFormat()
  const [opened, setOpened] = useState(initialValues)
  const { values } = form

  const follow = useEffectEvent((now: string | undefined) => {
    if (now === undefined || stored === undefined) return
    const next = followed({ values: form.getValues(), opened, stored })
    if (!isSame(next.values, form.getValues())) form.setValues(next.values)
    if (!isSame(next.opened, opened)) setOpened(next.opened)
  })
  const now = JSON.stringify(stored)
  // The form keeps its values itself; what others wrote reaches it here.
  // oxlint-disable-next-line react-hooks/set-state-in-effect
  useEffect(() => follow(now), [now])

  const words = (value: unknown): string => {
    if (value === null || value === undefined || value === '') return t('base.empty')
    if (isNamed(value)) return value.name
    if (isDay(value)) return format.day(value)
    return typeof value === 'string' ? value : JSON.stringify(value)
  }
  return {
    opened,
    isDirty: Object.keys(typedOnly(values, opened)).length > 0,
    overtaken: (name, say = words) =>
      stored !== undefined && isOvertaken({ values, opened, stored }, name)
        ? t('base.form_overtaken', { value: say(stored[name]) })
        : undefined,
    reset: () => {
      const beginning = stored ?? initialValues
      setOpened(beginning)
      form.setInitialValues(beginning)
      form.reset()
    },
  }
}

const isNamed = (value: unknown): value is { readonly name: string } =>
  typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string'

const isDay = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(value)
