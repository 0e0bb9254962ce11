// What was understood of a typed line, each part to be changed: what it is, when, how often, reminder, priority, and whom it means.
import { Menu } from '@mantine/core'
import { IconAlarm, IconCheckbox, IconFlag, IconPhone, IconRepeat, IconUser, IconUsers } from '@tabler/icons-react'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { QuickChip } from '#renderer/ui/QuickBar.tsx'
import { planKinds } from './plan-values.ts'
import { QuickWhen } from './QuickWhen.tsx'
import type { QuickLine, QuickPlan } from './use-quick-line.ts'
import { useRepeatWords } from './use-repeat-words.ts'

interface QuickChipsProps {
  readonly line: QuickLine
  readonly plan: QuickPlan
  /** The question whom the line means is open on the screen. */
  readonly isChoosing: boolean
  readonly onChoosing: (isChoosing: boolean) => void
  readonly focusBack: () => void
}

const ICONS = { task: IconCheckbox, call: IconPhone, meeting: IconUsers } as const
const icon = { size: 15, stroke: 1.5, 'aria-hidden': true } as const

export function QuickChips({ line, plan, isChoosing, onChoosing, focusBack }: QuickChipsProps) {
  const t = useT()
  const format = useFormat()
  const wordsOf = useRepeatWords()
  const { kind, dueOn, dueTime, recurrence, reminderMinutes, priority, durationMinutes, record } = plan
  const Kind = ICONS[kind]
  const kindText = t(`activities.kind.${kind}`)

  return (
    <>
      <Menu position="bottom-start">
        <Menu.Target>
          <QuickChip icon={<Kind {...icon} />} text={kindText} label={t('quick_add.kind', { kind: kindText })} />
        </Menu.Target>
        <Menu.Dropdown>
          {planKinds.map((each) => (
            <Menu.Item key={each} onClick={() => line.choose({ kind: each })}>
              {t(`activities.kind.${each}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <QuickWhen dueOn={dueOn} dueTime={dueTime} durationMinutes={durationMinutes} onChange={line.choose} />
      <Who line={line} record={record} isChoosing={isChoosing} onChoosing={onChoosing} focusBack={focusBack} />
      {recurrence !== null && (
        <Menu position="bottom-start">
          <Menu.Target>
            <QuickChip
              icon={<IconRepeat {...icon} />}
              text={wordsOf(recurrence, dueOn ?? format.today())}
              label={t('plan.repeats')}
            />
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => line.choose({ repeats: false })}>{t('plan.repeats.clear')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      {dueOn !== null && (
        <Menu position="bottom-start">
          <Menu.Target>
            <QuickChip
              icon={<IconAlarm {...icon} />}
              text={reminderText(reminderMinutes)}
              label={`${t('plan.reminder')}: ${reminderText(reminderMinutes)}`}
            />
          </Menu.Target>
          <Menu.Dropdown>
            {[null, 0, 10, 30, 60, 1440].map((minutes) => (
              <Menu.Item key={String(minutes)} onClick={() => line.choose({ reminderMinutes: minutes })}>
                {reminderText(minutes)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {priority !== null && (
        <Menu position="bottom-start">
          <Menu.Target>
            <QuickChip
              icon={<IconFlag {...icon} />}
              text={t(`quick_add.priority.${priority}`)}
              label={t(`quick_add.priority.${priority}`)}
            />
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => line.choose({ priority: null })}>{t('plan.priority.normal')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </>
  )

  function reminderText(minutes: number | null): string {
    if (minutes === null) return t('plan.reminder.none')
    if (minutes === 0) return dueTime === null ? t('plan.reminder.whole', { days: 0 }) : t('plan.reminder.at_begin')
    if (minutes % 1440 === 0) return t('plan.reminder.days', { count: minutes / 1440 })
    return minutes % 60 === 0 ? t('plan.reminder.hours', { count: minutes / 60 }) : t('plan.reminder.minutes', { count: minutes })
  }
}

interface WhoProps extends Pick<QuickChipsProps, 'line' | 'isChoosing' | 'onChoosing' | 'focusBack'> {
  readonly record: QuickPlan['record']
}

function Who({ line, record, isChoosing, onChoosing, focusBack }: WhoProps) {
  const t = useT()
  if (line.candidates.length === 0) return null
  const text = record
    ? record.name
    : line.isAsking
      ? t('quick_add.which', { count: line.candidates.length })
      : t('quick_add.nobody')
  return (
    <Menu position="bottom-start" opened={isChoosing} onChange={onChoosing} onExitTransitionEnd={focusBack} returnFocus>
      <Menu.Target>
        <QuickChip
          icon={<IconUser {...icon} />}
          text={text}
          label={t('quick_add.who', { name: text })}
          isOpenQuestion={line.isAsking}
        />
      </Menu.Target>
      <Menu.Dropdown mah={320} style={{ overflow: 'auto' }}>
        {line.candidates.map((each) => (
          <Menu.Item key={each.id} onClick={() => line.choose({ record: each })}>
            {[each.name, each.detail].filter(Boolean).join(' · ')}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => line.choose({ record: null })}>{t('quick_add.nobody')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
