<?xml version="1.0" encoding="UTF-8"?>
<!-- What the registrar sees at a glance. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="urn:trygghetsregister:functions:1" exclude-result-prefixes="f">
  <xsl:import href="parts/layout.xsl"/>
  <xsl:template match="page" mode="main">
    <xsl:call-template name="heading"/>
    <dl class="figures"><xsl:for-each select="state"><div><dt><a href="{@path}"><xsl:value-of select="@name"/></a></dt><dd><xsl:value-of select="f:amount(string(@count))"/></dd></div></xsl:for-each></dl>
    <div class="buttons"><a class="button plain" href="/oversikt/ringar"><xsl:value-of select="f:message('page.rings')"/></a></div>
    <section class="card">
      <h2><xsl:value-of select="f:message('overview.waiting')"/></h2>
      <xsl:choose>
        <xsl:when test="row">
          <table class="stack">
            <thead><tr><th scope="col">Ring</th><th scope="col"><xsl:value-of select="f:message('extract.name')"/></th><th scope="col"><xsl:value-of select="f:message('ring.state')"/></th><th scope="col"><xsl:value-of select="f:message('overview.since')"/></th></tr></thead>
            <tbody><xsl:for-each select="row"><tr><th scope="row" class="nowrap"><xsl:value-of select="@number"/></th><td><xsl:value-of select="@name"/></td><td><xsl:value-of select="@state"/></td><td><xsl:call-template name="day"><xsl:with-param name="day" select="@since"/></xsl:call-template><xsl:value-of select="concat(', ', f:message('overview.days', 'days', string(@days)))"/></td></tr></xsl:for-each></tbody>
          </table>
        </xsl:when>
        <xsl:otherwise><p><xsl:value-of select="f:message('overview.none')"/></p></xsl:otherwise>
      </xsl:choose>
    </section>
    <section class="card">
      <h2><xsl:value-of select="f:message('overview.answered')"/></h2>
      <xsl:choose>
        <xsl:when test="answered/case">
          <p><xsl:value-of select="f:message('overview.answered-text', 'count', f:amount(string(answered/@count)))"/></p>
          <table class="stack">
            <thead><tr><th scope="col"><xsl:value-of select="f:message('statement.person')"/></th><th scope="col"><xsl:value-of select="f:message('statement.year')"/></th><th scope="col">Ring</th><th scope="col"><xsl:value-of select="f:message('overview.letter')"/></th><th scope="col"><xsl:value-of select="f:message('overview.came')"/></th></tr></thead>
            <tbody><xsl:for-each select="answered/case"><tr><th scope="row" class="nowrap"><xsl:value-of select="@person"/></th><td data-label="{f:message('statement.year')}"><xsl:value-of select="@year"/></td><td class="nowrap"><xsl:value-of select="@ring"/></td><td data-label="{f:message('overview.letter')}" class="nowrap"><xsl:value-of select="@letter"/></td><td data-label="{f:message('overview.came')}"><xsl:call-template name="day"><xsl:with-param name="day" select="@day"/></xsl:call-template></td></tr></xsl:for-each></tbody>
          </table>
          <xsl:if test="answered/@more"><p class="soft"><xsl:value-of select="f:message('overview.more', 'count', f:amount(string(answered/@more)))"/></p></xsl:if>
        </xsl:when>
        <xsl:otherwise><p><xsl:value-of select="f:message('overview.answered-none')"/></p></xsl:otherwise>
      </xsl:choose>
    </section>
    <section class="card">
      <h2><xsl:value-of select="f:message('overview.reports')"/></h2>
      <xsl:choose>
        <xsl:when test="reports/case">
          <p><xsl:value-of select="f:message('overview.reports-text', 'count', f:amount(string(reports/@count)))"/></p>
          <table class="stack">
            <thead><tr><th scope="col"><xsl:value-of select="f:message('statement.person')"/></th><th scope="col"><xsl:value-of select="f:message('overview.occasion')"/></th><th scope="col">Ring</th><th scope="col"><xsl:value-of select="f:message('field.report')"/></th><th scope="col"><xsl:value-of select="f:message('overview.came')"/></th></tr></thead>
            <tbody><xsl:for-each select="reports/case"><tr><th scope="row" class="nowrap"><xsl:value-of select="@person"/></th><td><xsl:value-of select="@occasion"/><xsl:text>, </xsl:text><xsl:call-template name="day"><xsl:with-param name="day" select="@held"/></xsl:call-template></td><td class="nowrap"><xsl:value-of select="@ring"/></td><td><xsl:value-of select="@says"/></td><td data-label="{f:message('overview.came')}"><xsl:call-template name="day"><xsl:with-param name="day" select="@day"/></xsl:call-template></td></tr></xsl:for-each></tbody>
          </table>
          <xsl:if test="reports/@more"><p class="soft"><xsl:value-of select="f:message('overview.more', 'count', f:amount(string(reports/@more)))"/></p></xsl:if>
        </xsl:when>
        <xsl:otherwise><p><xsl:value-of select="f:message('overview.reports-none')"/></p></xsl:otherwise>
      </xsl:choose>
    </section>
    <xsl:for-each select="year">
      <section class="card">
        <h2><xsl:value-of select="f:message('overview.year', 'year', string(@year))"/></h2>
        <dl class="figures">
          <div><dt><xsl:value-of select="f:message('overview.granted')"/></dt><dd><xsl:value-of select="f:amount(string(@granted))"/></dd></div>
          <div><dt><xsl:value-of select="f:message('overview.refused')"/></dt><dd><xsl:value-of select="f:amount(string(@refused))"/></dd></div>
          <div><dt><xsl:value-of select="f:message('overview.undecided')"/></dt><dd><xsl:value-of select="f:amount(string(@undecided))"/></dd></div>
          <div><dt><xsl:value-of select="f:message('overview.amount')"/></dt><dd><xsl:value-of select="f:message('statement.kronor', 'amount', f:amount(string(@amount)))"/></dd></div>
        </dl>
        <p class="soft"><xsl:choose><xsl:when test="@locked"><xsl:value-of select="f:message('overview.locked', 'day', f:date(string(@locked)))"/></xsl:when><xsl:otherwise><xsl:value-of select="f:message('overview.open')"/></xsl:otherwise></xsl:choose><xsl:if test="@undecided &gt; 0"><xsl:text> </xsl:text><xsl:value-of select="f:message('overview.unjudged')"/></xsl:if></p>
      </section>
    </xsl:for-each>
    <section class="card">
      <table class="bars">
        <caption><xsl:value-of select="f:message('overview.counties')"/></caption>
        <thead class="hidden"><tr><th scope="col"><xsl:value-of select="f:message('overview.county')"/></th><th scope="col" aria-hidden="true"><xsl:text>&#160;</xsl:text></th><th scope="col"><xsl:value-of select="f:message('overview.rings')"/></th></tr></thead>
        <tbody>
          <xsl:variable name="most"><xsl:for-each select="county"><xsl:sort select="@count" data-type="number" order="descending"/><xsl:if test="position() = 1"><xsl:value-of select="@count"/></xsl:if></xsl:for-each></xsl:variable>
          <xsl:for-each select="county">
            <tr><th scope="row" lang="sv"><xsl:value-of select="@name"/></th><td aria-hidden="true"><xsl:variable name="width"><xsl:choose><xsl:when test="$most &gt; 0"><xsl:value-of select="format-number(1000 * @count div $most, '0')"/></xsl:when><xsl:otherwise>0</xsl:otherwise></xsl:choose></xsl:variable><xsl:if test="@count &gt; 0"><svg xmlns="http://www.w3.org/2000/svg" class="meter" viewBox="0 0 1000 40" preserveAspectRatio="none" aria-hidden="true"><rect width="{$width}" height="40" class="present"/></svg></xsl:if></td><td class="number"><xsl:value-of select="@count"/></td></tr>
          </xsl:for-each>
        </tbody>
      </table>
    </section>
  </xsl:template>
</xsl:stylesheet>
