'use client'

import { useEffect, useRef, useState } from 'react'

/** Whether an element has ever been in the window or less than half of one away from it, so that it is worth loading. */
export function useNear<Shown extends Element>() {
  const ref = useRef<Shown>(null)
  const [near, setNear] = useState(false)
  useEffect(() => {
    const element = ref.current
    if (!element || near) return
    const observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && setNear(true),
      { rootMargin: '50% 0%' },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [near])
  return { ref, near }
}
