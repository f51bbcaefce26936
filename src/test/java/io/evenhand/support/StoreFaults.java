package io.evenhand.support;

import io.evenhand.grading.Gradings;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Makes the store of gradings fail once where a test wants it. */
public final class StoreFaults implements BeanPostProcessor {

    private final AtomicReference<String> failing = new AtomicReference<>("");
    private volatile BiConsumer<String, Object[]> listener = (method, arguments) -> {};

    /** The next call of this method of {@link Gradings} fails, with the message. */
    public void failNext(String method) {
        failing.set(method);
    }

    /** Called with the name and arguments of every call, in its transaction and before it. */
    public void beforeEach(BiConsumer<String, Object[]> newListener) {
        listener = newListener;
    }

    public void reset() {
        failing.set("");
        listener = (method, arguments) -> {};
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof Gradings gradings
                ? Proxy.newProxyInstance(
                        Gradings.class.getClassLoader(),
                        new Class<?>[] {Gradings.class},
                        (proxy, method, arguments) -> call(gradings, method, arguments))
                : bean;
    }

    private Object call(Gradings gradings, Method method, Object[] arguments) throws Throwable {
        if (failing.compareAndSet(method.getName(), "")) {
            throw new IllegalStateException("the store says: It memorises the noise.");
        }
        listener.accept(method.getName(), arguments);
        try {
            return method.invoke(gradings, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
