<?xml version="1.0" encoding="UTF-8"?>
<!-- What the pages of training share: a length of time, a bar, a programme module by module, a
     certificate. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="urn:trygghetsregister:functions:1" exclude-result-prefixes="f">

  <!-- 59 h 30 min, which reads the same in both languages. -->
  <xsl:template name="length">
    <xsl:param name="minutes"/>
    <xsl:variable name="hours" select="floor($minutes div 60)"/>
    <xsl:variable name="rest" select="$minutes mod 60"/>
    <xsl:if test="$hours &gt; 0"><xsl:value-of select="concat($hours, '&#160;h')"/></xsl:if>
    <xsl:if test="$hours &gt; 0 and $rest &gt; 0">&#160;</xsl:if>
    <xsl:if test="$rest &gt; 0 or $hours = 0"><xsl:value-of select="concat($rest, '&#160;min')"/></xsl:if>
  </xsl:template>

  <!-- The figures beside a bar say the same, so it is hidden from those who listen. -->
  <xsl:template name="meter">
    <xsl:param name="part"/>
    <xsl:param name="whole"/>
    <svg xmlns="http://www.w3.org/2000/svg" class="meter" viewBox="0 0 1000 40" preserveAspectRatio="none" aria-hidden="true">
      <rect width="1000" height="40" class="absent"/>
      <rect height="40" class="present"><xsl:attribute name="width"><xsl:choose><xsl:when test="$part &gt;= $whole">1000</xsl:when><xsl:otherwise><xsl:value-of select="format-number(1000 * $part div $whole, '0')"/></xsl:otherwise></xsl:choose></xsl:attribute></rect>
    </svg>
  </xsl:template>

  <!-- How far a participant has come, in a sentence. -->
  <xsl:template name="so-far">
    <xsl:variable name="credited"><xsl:call-template name="length"><xsl:with-param name="minutes" select="@credited"/></xsl:call-template></xsl:variable>
    <xsl:variable name="required"><xsl:call-template name="length"><xsl:with-param name="minutes" select="@required"/></xsl:call-template></xsl:variable>
    <p class="lead">
      <xsl:choose>
        <xsl:when test="@completed"><xsl:value-of select="f:message('progress.completed', 'day', string(@completed))"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="f:message('progress.so-far', 'credited', string($credited), 'required', string($required))"/></xsl:otherwise>
      </xsl:choose>
    </p>
  </xsl:template>

  <xsl:template name="modules">
    <table class="stack modules">
      <thead><tr><th scope="col"><xsl:value-of select="f:message('progress.module')"/></th><th scope="col" class="number"><xsl:value-of select="f:message('progress.recorded')"/></th><th scope="col" class="number"><xsl:value-of select="f:message('progress.credited')"/></th><th scope="col" class="number"><xsl:value-of select="f:message('progress.missing')"/></th></tr></thead>
      <tbody><xsl:apply-templates select="module"/></tbody>
    </table>
  </xsl:template>

  <xsl:template match="module">
    <!-- A module with free minutes is full when something of it counts. -->
    <xsl:variable name="whole"><xsl:choose><xsl:when test="@required"><xsl:value-of select="@required"/></xsl:when><xsl:when test="@missing = 0"><xsl:value-of select="@credited"/></xsl:when><xsl:otherwise><xsl:value-of select="../@required"/></xsl:otherwise></xsl:choose></xsl:variable>
    <tr>
      <th scope="row">
        <xsl:value-of select="@name"/>
        <xsl:call-template name="meter"><xsl:with-param name="part" select="@credited"/><xsl:with-param name="whole" select="number($whole)"/></xsl:call-template>
        <xsl:if test="@prior"><span class="small soft"><xsl:value-of select="f:message('participant.prior')"/><xsl:text> </xsl:text><xsl:call-template name="length"><xsl:with-param name="minutes" select="@prior"/></xsl:call-template></span></xsl:if>
      </th>
      <td class="number" data-label="{f:message('progress.recorded')}"><xsl:call-template name="length"><xsl:with-param name="minutes" select="@recorded"/></xsl:call-template></td>
      <td class="number" data-label="{f:message('progress.credited')}"><xsl:call-template name="length"><xsl:with-param name="minutes" select="@credited"/></xsl:call-template></td>
      <td class="number" data-label="{f:message('progress.missing')}">
        <xsl:choose>
          <xsl:when test="@missing = 0">–</xsl:when>
          <xsl:when test="@required"><xsl:call-template name="length"><xsl:with-param name="minutes" select="@missing"/></xsl:call-template></xsl:when>
          <xsl:otherwise><xsl:value-of select="f:message('progress.block')"/></xsl:otherwise>
        </xsl:choose>
      </td>
    </tr>
  </xsl:template>

  <xsl:template name="standing">
    <span><xsl:attribute name="class">state<xsl:if test="not(@holds)"> off</xsl:if></xsl:attribute><xsl:value-of select="f:message(concat('certificate.', @standing))"/></span>
  </xsl:template>

  <xsl:template name="certificate-files">
    <xsl:param name="folder">/utbildning/certifikat</xsl:param>
    <xsl:variable name="number" select="@number"/>
    <ul class="links">
      <li><a href="{$folder}/{$number}.pdf" aria-label="PDF, {$number}">PDF</a></li>
      <li><a href="{$folder}/{$number}.html" aria-label="HTML, {$number}">HTML</a></li>
      <li><a href="{$folder}/{$number}.xml" aria-label="XML, {$number}">XML</a></li>
      <li><a href="{$folder}/{$number}.jwt" aria-label="Open Badge, {$number}">Open Badge</a></li>
    </ul>
  </xsl:template>
</xsl:stylesheet>
