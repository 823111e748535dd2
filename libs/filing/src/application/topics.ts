/** Work that this lib leaves to the outbox. */
export const REMIND_TOPIC = 'filing.remind';
export const LAPSE_TOPIC = 'filing.lapse';
