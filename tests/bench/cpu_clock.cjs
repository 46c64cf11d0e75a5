// Emscripten's clock() is the time of day; loaded before a program, this makes it the processor time of
// the whole process, which is what every other program tells.
performance.now = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
