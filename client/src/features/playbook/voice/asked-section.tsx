// The right column's last section: what was asked of the team.
export const AskedSection = () => null
