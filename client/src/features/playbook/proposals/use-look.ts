// What a proposal's command would do by now, looked up in its room while a screen shows it.
import { useEffect, useState } from 'react'
import type { JsonObject } from '@yokoten/shared/kernel'
import type { CarriedCommand } from '@yokoten/shared/playbook'
import { useProposalTools } from './tools'
import type { SeenOrNot } from './tools'

/** Undefined while it is looked up, and where there is no command. */
export function useLook(
  command: CarriedCommand | null,
  args: JsonObject,
  by: string,
  isWanted: boolean,
): SeenOrNot | undefined {
  const tools = useProposalTools()
  const [seen, setSeen] = useState<{ readonly args: JsonObject; readonly value: SeenOrNot }>()
  useEffect(() => {
    if (!command || !isWanted) return
    let isGone = false
    void tools.look(command, args, by).then((value) => !isGone && setSeen({ args, value }))
    return () => {
      isGone = true
    }
  }, [tools, command, args, by, isWanted])
  return seen?.args === args ? seen.value : undefined
}
