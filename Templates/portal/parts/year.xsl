<?xml version="1.0" encoding="UTF-8"?>
<!-- Where a member stands in a year: the sentence that matters, the figures, and every occasion as a square. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="urn:trygghetsregister:functions:1" exclude-result-prefixes="f">


  <xsl:template match="year" mode="state">
    <span>
      <xsl:attribute name="class">state<xsl:choose><xsl:when test="@status != 'beslutad'"> idle</xsl:when><xsl:when test="@verdict = 'AVSLAG'"> off</xsl:when><xsl:when test="@verdict = 'AVVAKTAR'"> idle</xsl:when></xsl:choose></xsl:attribute>
      <!-- Nothing is decided while the person may answer, nor before. -->
      <xsl:choose>
        <xsl:when test="@status = 'kommunicerad'"><xsl:value-of select="f:message('status.kommunicerad')"/></xsl:when>
        <xsl:when test="@status = 'preliminar'"><xsl:value-of select="f:message('verdict.AVVAKTAR')"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="f:message(concat('verdict.', @verdict))"/></xsl:otherwise>
      </xsl:choose>
    </span>
  </xsl:template>

  <!-- What there is to know first. -->
  <xsl:template match="year" mode="lead">
    <!-- How many occasions are still to come decides the grammar. -->
    <xsl:variable name="number"><xsl:choose><xsl:when test="@upcoming = '0'">-none</xsl:when><xsl:when test="@upcoming = '1'">-one</xsl:when></xsl:choose></xsl:variable>
    <xsl:choose>
      <xsl:when test="@status = 'preliminar' and @verdict = 'AVVAKTAR' and @reachable">
        <xsl:choose>
          <!-- Only what is final fails before the lock, age before all: nobody is invited to reach what it forbids. -->
          <xsl:when test="condition[@state = 'fails']"><xsl:value-of select="f:message('year.forbidden')"/></xsl:when>
          <xsl:when test="not(occasion)"><xsl:value-of select="f:message('year.nothing')"/></xsl:when>
          <xsl:when test="@reachable = 'true' and @needed = '0' and @upcoming = '0'"><xsl:value-of select="f:message('year.met', 'attended', string(@attended), 'counted', string(@counted))"/></xsl:when>
          <xsl:when test="@reachable = 'true' and @needed = '0'"><xsl:value-of select="f:message('year.reached', 'attended', string(@attended), 'counted', string(@counted))"/></xsl:when>
          <xsl:when test="@reachable = 'true'"><xsl:value-of select="f:message(concat('year.reachable', $number, substring('-all', 1, 4 * ($number = '' and @needed = @upcoming))), 'needed', string(@needed), 'upcoming', string(@upcoming))"/></xsl:when>
          <!-- Too few occasions is not the same as too small a share: more can be called against the one alone. -->
          <xsl:when test="not(@enough)"><xsl:value-of select="f:message(concat('year.too-few', $number), 'upcoming', string(@upcoming))"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="f:message(concat('year.out-of-reach', $number), 'upcoming', string(@upcoming))"/></xsl:otherwise>
        </xsl:choose>
        <xsl:if test="not(condition[@state = 'fails'])"><xsl:text> </xsl:text><xsl:value-of select="f:message('year.more')"/></xsl:if>
      </xsl:when>
      <xsl:when test="@status = 'kommunicerad'"><xsl:value-of select="f:message('year.communicated', 'day', f:date(string(@answer-by)))"/></xsl:when>
      <xsl:when test="@status = 'preliminar'"><xsl:value-of select="f:message('year.undecided')"/></xsl:when>
      <xsl:when test="@verdict = 'BEVILJAS'"><xsl:value-of select="f:message('year.granted', 'amount', f:amount(string(@amount)))"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="f:message('year.refused')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="year" mode="figures">
    <dl class="figures">
      <div><dt><xsl:value-of select="f:message('year.attendance')"/></dt><dd><xsl:value-of select="f:message('statement.of', 'attended', string(@attended), 'counted', string(@counted))"/></dd></div>
      <xsl:if test="@counted &gt; 0"><div><dt><xsl:value-of select="f:message('statement.share')"/></dt><dd><xsl:value-of select="@percent"/></dd></div></xsl:if>
      <xsl:if test="@upcoming &gt; 0"><div><dt><xsl:value-of select="f:message('year.upcoming')"/></dt><dd><xsl:value-of select="@upcoming"/></dd></div></xsl:if>
      <xsl:if test="@verdict = 'BEVILJAS'"><div><dt><xsl:value-of select="f:message('statement.amount')"/></dt><dd><xsl:value-of select="f:message('statement.kronor', 'amount', f:amount(string(@amount)))"/></dd></div></xsl:if>
    </dl>
    <xsl:if test="@unattested"><p><xsl:value-of select="f:message('year.unattested', 'count', string(@unattested))"/></p></xsl:if>
  </xsl:template>

  <!-- One square for each occasion that counts or may come to count, in the order of days. -->
  <xsl:template match="year" mode="strip">
    <xsl:variable name="shown" select="occasion[@treatment = 'attended' or @treatment = 'missed' or @treatment = 'unattested' or @treatment = 'upcoming']"/>
    <xsl:if test="count($shown) &gt; 0 and count($shown) &lt;= 60">
      <xsl:variable name="many"><xsl:choose><xsl:when test="count($shown) &lt; 12">12</xsl:when><xsl:otherwise><xsl:value-of select="count($shown)"/></xsl:otherwise></xsl:choose></xsl:variable>
      <xsl:variable name="part" select="600 div $many"/>
      <figure>
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 36" aria-hidden="true">
          <xsl:for-each select="$shown">
            <rect x="{format-number((position() - 1) * $part + 1, '0.##')}" y="1" width="{format-number($part - 4, '0.##')}" height="34" rx="2">
              <xsl:attribute name="class">
                <xsl:choose>
                  <xsl:when test="@treatment = 'attended'">present</xsl:when>
                  <xsl:when test="@treatment = 'upcoming'">coming</xsl:when>
                  <xsl:otherwise>absent</xsl:otherwise>
                </xsl:choose>
              </xsl:attribute>
            </rect>
          </xsl:for-each>
        </svg>
        <figcaption><xsl:value-of select="f:message('year.strip', 'attended', string(count($shown[@treatment = 'attended'])), 'missed', string(count($shown[@treatment = 'missed' or @treatment = 'unattested'])), 'upcoming', string(count($shown[@treatment = 'upcoming'])))"/></figcaption>
      </figure>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
