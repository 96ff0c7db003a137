package pack

const nonblock = 0
