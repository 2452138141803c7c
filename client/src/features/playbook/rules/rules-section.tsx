// What the team has agreed, one line for each kind of act.
import { text } from '../../../text'
import section from '../parts/section.module.css'

export const RulesSection = () => (
  <section className={section.section} aria-labelledby="rules">
    <h2 id="rules">{text('playbook.title')}</h2>
  </section>
)
