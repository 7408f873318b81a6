/** A number to the hundredth. */
export const hundredths = (value: number): number => Math.round(value * 100) / 100;

/** Seconds as minutes, to the hundredth. */
export const minutesOf = (seconds: number): number => hundredths(seconds / 60);

/** A share or mean, to the ten-thousandth; null where there is nothing to divide by. */
export const ratio = (amount: number, count: number): number | null => (count === 0 ? null : Math.round((amount / count) * 10_000) / 10_000);

/** The sum of numbers. */
export const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);
