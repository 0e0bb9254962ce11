// One line makes a task, a call or a meeting: “call Anna tomorrow 3pm”. What was understood stands below it and can be changed; Enter saves.
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { MarkedInput } from '#renderer/ui/MarkedInput.tsx'
import { QuickBar } from '#renderer/ui/QuickBar.tsx'
import { QuickChips } from './QuickChips.tsx'
import { useQuickLine } from './use-quick-line.ts'

interface QuickAddProps {
  /** In a window of its own: has the focus, and ends after saving. */
  readonly onDone?: () => void
  /** Of a line that names no day. */
  readonly usualDay?: string
}

export function QuickAdd({ onDone, usualDay }: QuickAddProps) {
  const t = useT()
  const api = useApi()
  const input = useRef<HTMLInputElement>(null)
  const hintId = useId()
  const me = useQuery(api.users.me({}))
  const line = useQuickLine(usualDay)
  const [isChoosing, setIsChoosing] = useState(false)
  const save = useAction(api.activities.log(), {
    errors: 'caller',
    said: ({ kind, title }) => t(`plan.said.${kind === 'call' || kind === 'meeting' ? kind : 'task'}`, { title: title ?? '' }),
    onDone: () => {
      line.clear()
      if (onDone) onDone()
      else input.current?.focus()
    },
  })

  const submit = () => {
    const { plan, isAsking, isSettled } = line
    // Not before it is known whom the last letter typed means.
    if (!plan || !me.data || save.isPending || !isSettled) return
    if (isAsking) return setIsChoosing(true)
    const { record, ...fields } = plan
    const ownerId = me.data.id
    save.mutate({
      ...fields,
      ...(record ? { recordType: record.recordType, recordId: record.id } : { recordType: 'user', recordId: ownerId }),
      ownerId,
    })
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') {
      event.preventDefault()
      submit()
    } else if (event.key === 'Escape' && line.text !== '') {
      event.stopPropagation()
      line.clear()
    }
  }
  return (
    <div>
      <QuickBar
        label={t('quick_add.label')}
        icon={<IconPlus size={18} stroke={1.5} />}
        input={
          <MarkedInput
            inputRef={input}
            isQuickAdd
            autoFocus={onDone !== undefined}
            label={t('quick_add.label')}
            placeholder={t('quick_add.placeholder')}
            describedBy={hintId}
            value={line.text}
            onChange={line.setText}
            parts={line.parts}
            onKeyDown={onKeyDown}
          />
        }
        action={
          line.plan && (
            <Button size="compact-sm" loading={save.isPending} onClick={submit}>
              {t('quick_add.save')}
            </Button>
          )
        }
        chips={
          line.plan && (
            <QuickChips
              line={line}
              plan={line.plan}
              isChoosing={isChoosing}
              onChoosing={setIsChoosing}
              focusBack={() => input.current?.focus()}
            />
          )
        }
      />
      <span id={hintId} hidden>
        {t('quick_add.hint')}
      </span>
      {save.isError && <ErrorNote error={save.error} />}
    </div>
  )
}
