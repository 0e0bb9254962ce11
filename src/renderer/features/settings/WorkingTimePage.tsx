// When the office works: the hours of a week, and the days that differ from it.
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { Section, Sections } from '#renderer/ui/Section.tsx'
import { SpecialDays } from './SpecialDays.tsx'
import { WeekForm } from './WeekForm.tsx'

export function WorkingTimePage() {
  const t = useT()
  return (
    <Sections>
      <Section title={t('working_time.week')} text={t('working_time.week_hint')}>
        <WeekForm />
      </Section>
      <Section title={t('working_time.days')} text={t('working_time.days_hint')}>
        <SpecialDays />
      </Section>
    </Sections>
  )
}
