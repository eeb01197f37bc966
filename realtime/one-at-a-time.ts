/**
 * `work`, never twice at once: whoever asks while it is done is served by one more turn behind it, however many they are.
 * It must never reject.
 */
export function oneAtATime(work: () => Promise<void>): () => void {
  let isWorking = false;
  let isWanted = false;
  const turns = async (): Promise<void> => {
    isWorking = true;
    while (isWanted) {
      isWanted = false;
      await work();
    }
    isWorking = false;
  };
  return () => {
    isWanted = true;
    if (!isWorking) void turns();
  };
}
