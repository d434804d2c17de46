import { useEffect, useState } from 'react';

/** The time in milliseconds since 1970, as of the last full period. */
export function useNow(periodMillis: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(Date.now());
    }, periodMillis);
    return () => {
      clearInterval(timer);
    };
  }, [periodMillis]);
  return now;
}
